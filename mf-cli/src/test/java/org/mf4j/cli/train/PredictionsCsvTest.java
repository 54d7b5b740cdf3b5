package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.models.Task;

class PredictionsCsvTest {

  @Test
  void writesClassLabelsQuotedWhereCsvNeedsIt() {
    Task task = new Task(List.of("plain", "a,b", "say \"hi\""));
    assertThat(PredictCommand.csv(task, new double[] {0, 1, 2}, new double[3][0]))
        .isEqualTo("index,prediction\n0,plain\n1,\"a,b\"\n2,\"say \"\"hi\"\"\"\n");
  }

  @Test
  void writesTheProbabilityOfEveryClassBesideIt() {
    Task task = new Task(List.of("up", "down"));
    assertThat(PredictCommand.csv(task, new double[] {1}, new double[][] {{0.25, 0.75}}))
        .isEqualTo("index,prediction,p(up),p(down)\n0,down,0.250000,0.750000\n");
  }

  @Test
  void writesNumbersWithAllTheirDigits() {
    assertThat(PredictCommand.csv(new Task(List.of()), new double[] {0.1, -2e-9}, new double[2][0]))
        .isEqualTo("index,prediction\n0,0.1\n1,-2.0E-9\n");
  }
}
