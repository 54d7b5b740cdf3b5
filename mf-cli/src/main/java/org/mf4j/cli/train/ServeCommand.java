package org.mf4j.cli.train;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mf4j.cli.output.Provenance;
import org.mf4j.figures.report.Report;
import org.mf4j.models.FittedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mf serve}: a saved model behind HTTP, until Ctrl-C. */
@Command(
    name = "serve",
    description =
        "Answer predictions over HTTP with a saved model, until Ctrl-C: POST a series per line, as"
            + " predict --input - takes it, to /predict; GET /health; / describes the model.")
public final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--model-file",
      required = true,
      paramLabel = "FILE",
      description = "Model that mf train has saved.")
  private Path modelFile;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "NAME",
      description =
          "Address to listen at; the default is this machine alone. Whoever can reach it can ask:"
              + " there are no passwords.")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "Port, 0 for any free one; default ${DEFAULT-VALUE}.")
  private int port;

  @Option(names = "--probabilities", description = "Answer the probability of every class, too.")
  private boolean probabilities;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("--port " + port + ": must be in [0, 65535].");
    }
    SavedModel model = SavedModel.load(modelFile, probabilities);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("--host " + host + ": there is no such address.");
    }
    try (ModelServer server =
        new ModelServer(address, model::answer, card(model.model()), ModelServer.Limits.USUAL)) {
      spec.commandLine()
          .getOut()
          .printf("Serving %s at http://%s:%d/ until Ctrl-C.%n", modelFile, host, server.port());
      spec.commandLine().getOut().flush();
      new CountDownLatch(1).await();
    }
    return spec.exitCodeOnSuccess();
  }

  /** What the saved file says of the model. */
  static String card(FittedModel model) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("model", model.kind().title());
    entries.put(
        "answers",
        model.task().isClassification() ? String.join(", ", model.task().classes()) : "a number");
    ModelCard.kept(model).forEach(entries::putIfAbsent);
    entries.put("served by", Provenance.ours());
    return Report.of(model.kind().title()).entries(entries).html();
  }
}
