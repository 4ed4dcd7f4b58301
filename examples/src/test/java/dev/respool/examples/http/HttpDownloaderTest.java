package dev.respool.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.examples.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpDownloaderTest {
  private final Output out = new Output();
  @TempDir private Path root;

  @Test
  void many_files_are_downloaded_and_verified_over_kept_connections() throws Exception {
    assertTrue(download(sampleFiles(), true), out.text());
    assertTrue(out.text().contains("downloads    60, each verified"), out.text());
    assertTrue(out.text().contains("1 ran coroutines"), out.text());
  }

  @Test
  void and_over_a_new_connection_for_each() throws Exception {
    assertTrue(download(sampleFiles(), false), out.text());
  }

  @Test
  void wrong_contents_and_missing_files_are_failures() throws Exception {
    List<ExpectedFile> files = sampleFiles();
    ExpectedFile first = files.get(0);
    files.set(0, new ExpectedFile(first.url(), first.size(), "0".repeat(64)));
    files.add(new ExpectedFile("/missing", 0, ""));
    assertFalse(download(files, true));
    assertTrue(out.text().contains("FAILED " + first.url() + ": got "), out.text());
    assertTrue(out.text().contains("FAILED /missing: "), out.text());
    assertTrue(out.text().contains("404 Not Found"), out.text());
    assertEquals(2, out.lines().stream().filter(line -> line.contains("FAILED")).count());
  }

  private boolean download(List<ExpectedFile> files, boolean keepAlive) throws Exception {
    try (RunningServer server = new RunningServer(root)) {
      HttpDownloader downloader = new HttpDownloader(server.address(), keepAlive);
      return downloader.run(files, 20, out.stream());
    }
  }

  private List<ExpectedFile> sampleFiles() throws IOException {
    Random random = new Random(7);
    List<ExpectedFile> files = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] contents = new byte[i * i * 50];
      random.nextBytes(contents);
      Path file = Files.write(root.resolve("file " + i), contents);
      files.add(ExpectedFile.of(root, file));
    }
    return files;
  }
}
