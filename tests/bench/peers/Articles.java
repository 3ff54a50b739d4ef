// SPDX-License-Identifier: GPL-2.0-or-later
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/** Reads articles.tsv (scripts/bench.d/dataset.py): a line an article, columns between tabs, escapes as PostgreSQL's. */
final class Articles {
  private Articles() {}

  static void batches(Path file, int size, BlockingQueue<List<String>> queue)
      throws IOException, InterruptedException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> batch = new ArrayList<>(size);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        batch.add(line);
        if (batch.size() < size) continue;
        queue.put(batch);
        batch = new ArrayList<>(size);
      }
      if (!batch.isEmpty()) queue.put(batch);
    }
  }

  static String[] columns(String line) {
    String[] columns = line.split("\t", -1);
    for (int i = 0; i < columns.length; ++i) columns[i] = unescaped(columns[i]);
    return columns;
  }

  private static String unescaped(String text) {
    if (text.equals("\\N")) return "";
    if (text.indexOf('\\') < 0) return text;
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ++i) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      out.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped);
    }
    return out.toString();
  }
}
