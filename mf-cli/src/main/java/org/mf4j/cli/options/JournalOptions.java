package org.mf4j.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.mf4j.search.journal.Journal;
import picocli.CommandLine.Option;

/** {@code --journal} and {@code --resume} of the commands that run for long. */
public final class JournalOptions {
  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Keep every finished trial there, so that a run that was ended can go on.")
  private Path journal;

  @Option(names = "--resume", description = "Go on with the run of --journal.")
  private boolean resume;

  /**
   * Before anything is read or computed.
   *
   * @throws IllegalArgumentException if there is nothing to go on with
   */
  public void check() {
    if (resume && journal == null) {
      throw new IllegalArgumentException("--resume needs --journal; give both.");
    }
    if (journal != null) {
      OutputFile.of("--journal", journal);
    }
  }

  /**
   * Runs what the journal has not got; all of it without a journal.
   *
   * @param <T> what it finds
   * @param identity what results depend on; the journal of another identity is refused
   * @param work what is run
   * @return what it found
   * @throws IOException if the journal is refused, or cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public <T> T keeping(Map<String, Object> identity, Journal.Work<T> work)
      throws IOException, InterruptedException {
    return Journal.keeping(Optional.ofNullable(journal), identity, resume, work);
  }

  /** {@return how an interrupted run could go on, or could have} */
  public String advice() {
    return journal == null
        ? "with --journal FILE it could go on."
        : "repeat the command with --resume to go on.";
  }
}
