// SPDX-License-Identifier: GPL-2.0-or-later
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What one would write with Lucene: metadata, texts and a full-text index with positions, durable at the end; an article
 * whose key is known is replaced. Usage: LuceneIndex INDEX ARTICLES.tsv THREADS [merge]; merge: into one segment.
 */
public final class LuceneIndex {
  private static final List<String> END = new ArrayList<>();
  private static final int BATCH = 64;

  static final String[] COLUMNS = {"key", "published", "order", "updated", "source", "section", "language", "url",
      "authors", "topics", "headline", "summary", "body"};

  private static void name(Document document, String field, String value) {
    if (value.isEmpty()) return;
    document.add(new StringField(field, value, Field.Store.YES));
  }

  private static void names(Document document, String field, String values) {
    if (values.isEmpty()) return;
    for (String value : values.split("\u001f")) {
      document.add(new StringField(field, value, Field.Store.YES));
      document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }
  }

  private static Document document(String[] c) {
    Document document = new Document();
    name(document, "key", c[0]);
    if (!c[1].isEmpty()) document.add(new StoredField("published", c[1]));
    if (!c[2].isEmpty()) {
      long order = Long.parseLong(c[2]);
      document.add(new LongPoint("order", order));
      document.add(new NumericDocValuesField("order", order));
      document.add(new SortedDocValuesField("month", new BytesRef(c[1].substring(0, Math.min(7, c[1].length())))));
    }
    if (!c[3].isEmpty()) document.add(new StoredField("updated", c[3]));
    name(document, "source", c[4]);
    name(document, "section", c[5]);
    name(document, "language", c[6]);
    name(document, "url", c[7]);
    names(document, "authors", c[8]);
    names(document, "topics", c[9]);
    // Searched together, and the headline by itself, too; texts are stored.
    for (int i = 10; i <= 12; ++i) {
      if (c[i].isEmpty()) continue;
      document.add(new TextField("text", c[i], Field.Store.NO));
      document.add(new StoredField(COLUMNS[i], c[i]));
    }
    document.add(new TextField("headline_text", c[10], Field.Store.NO));
    return document;
  }

  public static void main(String[] arguments) throws Exception {
    Path index = Paths.get(arguments[0]);
    int threads = Integer.parseInt(arguments[2]);
    boolean merge = arguments.length > 3;
    IndexWriterConfig config = new IndexWriterConfig(new NewsAnalyzer());
    config.setRAMBufferSizeMB(256);
    config.setUseCompoundFile(false);  // so that the size of the index can be told from that of the texts
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config)) {
      BlockingQueue<List<String>> queue = new ArrayBlockingQueue<>(16);
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < threads; ++i) {
        Thread worker = new Thread(() -> {
          try {
            for (List<String> lines = queue.take(); lines != END; lines = queue.take()) {
              for (String line : lines) {
                String[] columns = Articles.columns(line);
                if (columns[0].isEmpty()) {
                  writer.addDocument(document(columns));
                } else {
                  writer.updateDocument(new Term("key", columns[0]), document(columns));
                }
              }
            }
            queue.put(END);
          } catch (IOException | InterruptedException | RuntimeException error) {
            error.printStackTrace();
            System.exit(1);
          }
        });
        worker.start();
        workers.add(worker);
      }
      Articles.batches(Paths.get(arguments[1]), BATCH, queue);
      queue.put(END);
      for (Thread worker : workers) worker.join();
      if (merge) writer.forceMerge(1);
      writer.commit();
    }
  }
}
