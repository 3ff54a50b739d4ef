// SPDX-License-Identifier: GPL-2.0-or-later
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanQuery;
import org.apache.lucene.search.spans.SpanTermQuery;
import org.apache.lucene.store.MMapDirectory;

/**
 * Answers queries one a line: what is wanted, how often, and the query, between tabs; with hits and the nanoseconds that
 * each time took. The index is one segment in memory. Usage: LuceneSearch INDEX
 */
public final class LuceneSearch {
  private static final int SHOWN = 10;

  private final IndexSearcher searcher;
  private final NewsAnalyzer analyzer = new NewsAnalyzer();

  private LuceneSearch(IndexSearcher searcher) {
    this.searcher = searcher;
    searcher.setQueryCache(null);  // the same query is asked again and again here; nobody does that
  }

  private Term term(String word) throws IOException {
    try (TokenStream tokens = analyzer.tokenStream("text", word)) {
      CharTermAttribute text = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      String found = tokens.incrementToken() ? text.toString() : word;
      tokens.end();
      return new Term("text", found);
    }
  }

  private Query query(String[] words) throws IOException {
    switch (words[0]) {
      case "all": {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 1; i < words.length; ++i) all.add(new TermQuery(term(words[i])), BooleanClause.Occur.MUST);
        return all.build();
      }
      case "phrase": {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 1; i < words.length; ++i) phrase.add(term(words[i]));
        return phrase.build();
      }
      case "near":
        return new SpanNearQuery(
            new SpanQuery[] {new SpanTermQuery(term(words[1])), new SpanTermQuery(term(words[2]))}, 9, false);
      case "between": {
        long from = month(words[1]);
        long until = month(words[2]);
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(new TermQuery(term(words[3])), BooleanClause.Occur.MUST);
        both.add(LongPoint.newRangeQuery("order", from, until - 1), BooleanClause.Occur.FILTER);
        return both.build();
      }
      case "prefix": return new PrefixQuery(new Term("text", words[1]));
      case "wildcard": return new WildcardQuery(new Term("text", words[1]));
      case "fuzzy": return new FuzzyQuery(term(words[1]), 1);
      default: return new TermQuery(new Term(words[0], words[1]));  // source, topics, authors
    }
  }

  private static long month(String text) {
    return YearMonth.parse(text).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  private static final class Months extends SimpleCollector {
    final Map<String, Integer> articles = new HashMap<>();
    private SortedDocValues values;
    private int[] counts;

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      values = DocValues.getSorted(leaf.reader(), "month");
      counts = new int[values.getValueCount()];
    }
    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) ++counts[values.ordValue()];
    }
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
    void finish() throws IOException {
      for (int i = 0; i < counts.length; ++i) {
        if (counts[i] > 0) articles.put(values.lookupOrd(i).utf8ToString(), counts[i]);
      }
    }
  }

  private static final class Names extends SimpleCollector {
    private final String field;
    private SortedSetDocValues values;
    private int[] counts;

    Names(String field) {
      this.field = field;
    }
    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      values = DocValues.getSortedSet(leaf.reader(), field);
      counts = new int[(int) values.getValueCount()];
    }
    @Override
    public void collect(int document) throws IOException {
      if (!values.advanceExact(document)) return;
      for (long name = values.nextOrd(); name != SortedSetDocValues.NO_MORE_ORDS; name = values.nextOrd()) {
        ++counts[(int) name];
      }
    }
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
    void finish() throws IOException {
      Integer[] best = new Integer[counts.length];
      for (int i = 0; i < best.length; ++i) best[i] = i;
      Arrays.sort(best, Comparator.comparingInt((Integer name) -> -counts[name]));
      for (int i = 0; i < Math.min(SHOWN, best.length); ++i) values.lookupOrd(best[i]).utf8ToString();
    }
  }

  private void run(String wanted, Query query) throws IOException {
    switch (wanted) {
      case "count": searcher.count(query); break;
      case "best": searcher.search(query, SHOWN); break;  // skips what cannot be among them
      case "total_and_best": searcher.search(query, TopScoreDocCollector.create(SHOWN, Integer.MAX_VALUE)); break;
      case "newest": {
        SortField newest = new SortField("order", SortField.Type.LONG, true);
        newest.setCanUsePoints();
        searcher.search(query, TopFieldCollector.create(new Sort(newest), SHOWN, 1));
        break;
      }
      case "months": {
        Months months = new Months();
        searcher.search(query, months);
        months.finish();
        break;
      }
      default: {  // topics, authors
        Names names = new Names(wanted);
        searcher.search(query, names);
        names.finish();
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    try (DirectoryReader index = DirectoryReader.open(new MMapDirectory(Paths.get(arguments[0])))) {
      LuceneSearch search = new LuceneSearch(new IndexSearcher(index));
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      PrintStream out = new PrintStream(System.out, false, "UTF-8");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split("\t");
        Query query = search.query(Arrays.copyOfRange(words, 2, words.length));
        int times = Integer.parseInt(words[1]);
        StringBuilder answer = new StringBuilder();
        if (times == 0) answer.append(search.searcher.count(query));
        for (int i = 0; i < times; ++i) {
          long begin = System.nanoTime();
          search.run(words[0], query);
          if (i > 0) answer.append(' ');
          answer.append(System.nanoTime() - begin);
        }
        out.println(answer);
        out.flush();
      }
    }
  }
}
