package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.models.Task;

class PredictionsCsvTest {
  @TempDir private Path folder;

  @Test
  void writesClassLabelsQuotedWhereCsvNeedsIt() throws IOException {
    Task task = new Task(List.of("plain", "a,b", "say \"hi\""));
    assertThat(written(task, 0, 1, 2))
        .hasContent("index,prediction\n0,plain\n1,\"a,b\"\n2,\"say \"\"hi\"\"\"\n");
  }

  @Test
  void writesNumbersWithAllTheirDigits() throws IOException {
    assertThat(written(new Task(List.of()), 0.1, -2e-9))
        .hasContent("index,prediction\n0,0.1\n1,-2.0E-9\n");
  }

  private Path written(Task task, double... predictions) throws IOException {
    Path file = folder.resolve("predictions.csv");
    new PredictionsCsv(task, predictions).writeTo(file);
    return file;
  }
}
