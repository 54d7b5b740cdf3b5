package org.mf4j.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The server of the archive: {@code ADDRESS/NAME.zip}.
 *
 * @param address where the zips are
 * @param limits what a download may cost
 */
public record ArchiveServer(URI address, DownloadLimits limits) {
  /** The public address of the UCR, UEA and TSER archives. */
  public static final URI PUBLIC = URI.create("https://timeseriesclassification.com/aeon-toolkit");

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** The zip that has a data set: equal-length versions are in the zip of the set. */
  static String zipName(String name) {
    return name.endsWith("_eq") ? name.substring(0, name.length() - "_eq".length()) : name;
  }

  /**
   * Downloads the zip of a data set.
   *
   * @return false if the server has no such data set: it answers 404, or, as the public one does,
   *     200 with a web page
   * @throws IOException if the download fails; the message is a reason for the middle of a sentence
   */
  boolean fetch(String name, Path zip, DownloadListener listener) throws IOException {
    try {
      HttpResponse<InputStream> response = request(name);
      try (InputStream body = new StallGuard(response.body(), limits.stall())) {
        if (response.statusCode() == NOT_FOUND) {
          return false;
        }
        if (response.statusCode() != OK) {
          throw new IOException("the server answers with status " + response.statusCode());
        }
        long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        return copy(body, zip, new Progress(name, total, listener));
      }
    } catch (ConnectException e) {
      throw new IOException("there is no connection to " + address.getHost(), e);
    } catch (HttpTimeoutException e) {
      throw new IOException(address.getHost() + " takes too long: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the download was interrupted").initCause(e);
    }
  }

  private HttpResponse<InputStream> request(String name) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(limits.answer())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(ProxySelector.getDefault())
            .build();
    URI zip = URI.create(address + "/" + zipName(name) + ".zip");
    return client.send(
        HttpRequest.newBuilder(zip).timeout(limits.answer()).build(), BodyHandlers.ofInputStream());
  }

  /** Returns false, and writes nothing, if this is no zip. */
  private boolean copy(InputStream body, Path zip, Progress progress) throws IOException {
    byte[] start = body.readNBytes(ZIP.length);
    if (!Arrays.equals(start, ZIP)) {
      return false;
    }
    try (OutputStream out = Files.newOutputStream(zip)) {
      out.write(start);
      progress.add(start.length);
      byte[] buffer = new byte[1 << 16];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        if (progress.add(n) > limits.zipBytes()) {
          throw new IOException("the zip is larger than " + limits.zipBytes() + " bytes");
        }
        out.write(buffer, 0, n);
      }
    }
    return true;
  }

  /** Counts the bytes. */
  private static final class Progress {
    private final String name;
    private final long total;
    private final DownloadListener listener;
    private long done;

    Progress(String name, long total, DownloadListener listener) {
      this.name = name;
      this.total = total;
      this.listener = listener;
    }

    long add(int bytes) {
      done += bytes;
      listener.onBytes(name, done, total);
      return done;
    }
  }
}
