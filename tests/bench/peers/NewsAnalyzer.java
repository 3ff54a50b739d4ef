// SPDX-License-Identifier: GPL-2.0-or-later
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words in lower case, without accents, stemmed by Porter's rules: what the SQLite peer does. */
public final class NewsAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, new PorterStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
  }

  /** Text and headline of an article are one field; no phrase goes from one to the other. */
  @Override
  public int getPositionIncrementGap(String field) {
    return 100;
  }
}
