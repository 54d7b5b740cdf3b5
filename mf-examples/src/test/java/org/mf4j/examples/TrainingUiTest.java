package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.api.UIServer;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page answers, and its charts have what the training sent. */
class TrainingUiTest {
  private static final String PORT = "org.deeplearning4j.ui.port";

  @BeforeEach
  void chooseAFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
    }
  }

  @AfterEach
  void forgetThePort() {
    System.clearProperty(PORT);
  }

  @Test
  void theOverviewChartsTheScores() throws IOException, InterruptedException {
    StatsStorage storage = new InMemoryStatsStorage();
    UIServer server = TrainingUi.serve(storage);
    try {
      TrainingUi.train(storage, 2);
      HttpResponse<String> page = get(server, "/train/overview");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("/assets/js/train/overview.js");
      assertThat(scores(server)).hasSizeGreaterThan(8);
    } finally {
      server.stop();
    }
  }

  /** The losses on the chart, once the server has taken what was sent to it. */
  private static List<String> scores(UIServer server) throws IOException, InterruptedException {
    List<String> scores = List.of();
    for (int attempt = 0; attempt < 100 && scores.size() < 9; attempt++) {
      Thread.sleep(100);
      String data = get(server, "/train/overview/data").body();
      String list = data.split("\"scores\" : \\[", 2)[1].split("]", 2)[0].strip();
      scores = list.isEmpty() ? List.of() : List.of(list.split(", "));
    }
    return scores;
  }

  private static HttpResponse<String> get(UIServer server, String path)
      throws IOException, InterruptedException {
    URI address = URI.create(server.getAddress() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
