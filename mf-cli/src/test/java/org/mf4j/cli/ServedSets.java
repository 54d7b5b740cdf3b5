package org.mf4j.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A server on this machine that the commands take for the archive, until it is closed. */
final class ServedSets implements AutoCloseable {
  private final HttpServer server;
  private final String archive;
  private final String cache;

  /** Serves the zip of one data set, which goes to a cache in the folder. */
  ServedSets(String name, byte[] zip, Path cache) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/sets/" + name + ".zip",
        exchange -> {
          exchange.sendResponseHeaders(200, zip.length);
          exchange.getResponseBody().write(zip);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/sets";
    this.archive = System.setProperty("mf4j.archive", address);
    this.cache = System.setProperty("mf4j.cache", cache.toString());
  }

  /** Nothing is answered any more. */
  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
    System.setProperty("mf4j.archive", archive);
    System.setProperty("mf4j.cache", cache);
  }
}
