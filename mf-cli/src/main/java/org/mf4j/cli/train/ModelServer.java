package org.mf4j.cli.train;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.mf4j.data.series.DataException;

/**
 * A model behind HTTP: POST a series per line to {@code /predict}, GET {@code /health}, and {@code
 * /} for people. Body, time and the number of requests at once are bounded, so that nobody can fill
 * the memory or hold all threads.
 */
final class ModelServer implements AutoCloseable {
  /** Bytes of a request, the most. */
  static final int LARGEST = 1 << 23;

  private static final int THREADS = 16;
  private static final int SECONDS = 30;

  /**
   * What one request may take.
   *
   * @param atOnce requests that are computed at the same time
   * @param queue how long others wait for their turn
   * @param work how long the lines of one request are computed
   */
  record Limits(int atOnce, Duration queue, Duration work) {
    static final Limits USUAL = new Limits(8, Duration.ofSeconds(10), Duration.ofSeconds(SECONDS));
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Limits limits;
  private final Semaphore places;
  private final UnaryOperator<String> model;
  private final String card;

  static {
    // Seconds after which the JDK's server drops who sends or reads too slowly.
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(SECONDS));
    System.setProperty("sun.net.httpserver.maxRspTime", String.valueOf(SECONDS));
  }

  /**
   * Listens at once.
   *
   * @param address port 0 is any free one
   * @param model answers a line
   * @param card the page for people
   */
  ModelServer(InetSocketAddress address, UnaryOperator<String> model, String card, Limits limits)
      throws IOException {
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce());
    this.model = model;
    this.card = card;
    server = HttpServer.create(address, THREADS);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (request) {
        case "GET /" -> answer(exchange, 200, "text/html; charset=utf-8", card);
        case "GET /health" -> answer(exchange, 200, "application/json", "{\"status\":\"ok\"}\n");
        case "POST /predict" -> predict(exchange);
        default ->
            plain(exchange, 404, "There are POST /predict, GET /health and GET /, not " + request);
      }
    }
  }

  private void predict(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(LARGEST + 1);
    }
    if (body.length > LARGEST) {
      plain(exchange, 413, "Send at most " + LARGEST + " bytes at once.");
    } else if (!isMyTurn()) {
      plain(exchange, 503, "All places are taken; try again.");
    } else {
      try {
        predict(exchange, new String(body, StandardCharsets.UTF_8));
      } finally {
        places.release();
      }
    }
  }

  /** A line at a time, blank ones left out, until the time is over. */
  private void predict(HttpExchange exchange, String lines) throws IOException {
    long end = System.nanoTime() + limits.work().toNanos();
    StringBuilder answers = new StringBuilder();
    int number = 0;
    for (String line : lines.split("\\R", -1)) {
      number++;
      if (System.nanoTime() > end) {
        plain(
            exchange,
            413,
            "Send fewer lines at once; these take over " + limits.work().toSeconds() + " seconds.");
        return;
      }
      try {
        answers.append(line.isBlank() ? "" : model.apply(line) + "\n");
      } catch (DataException | IllegalArgumentException e) {
        plain(exchange, 400, "line " + number + ": " + e.getMessage());
        return;
      }
    }
    boolean json = lines.stripLeading().startsWith("{");
    answer(exchange, 200, json ? "application/x-ndjson" : "text/csv", answers.toString());
  }

  private boolean isMyTurn() {
    try {
      return places.tryAcquire(limits.queue().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void plain(HttpExchange exchange, int status, String sentence) throws IOException {
    answer(exchange, status, "text/plain; charset=utf-8", sentence + "\n");
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
