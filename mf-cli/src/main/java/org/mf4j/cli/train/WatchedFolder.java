package org.mf4j.cli.train;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.files.WholeFile;
import picocli.CommandLine;

/**
 * A folder whose files of series are predicted as they come: {@code new.csv} is answered by {@code
 * new.csv.predictions.csv}. A file with a newer answer is left alone and one that changes is
 * answered again, so that nothing is missed between one start and the next.
 */
final class WatchedFolder {
  private static final String ENDING = ".predictions.csv";

  /** A file that stays as it is for so long is taken for complete. */
  private static final long QUIET_MILLIS = 500;

  private final Path folder;
  private final Path answers;
  private final Predictor predictor;
  private final CommandLine command;
  private final Map<Path, Version> seen = new HashMap<>();
  private final Map<Path, Version> done = new HashMap<>();
  private int answered;

  /** How one file is predicted. */
  @FunctionalInterface
  interface Predictor {
    /** Writes the answers to a file; returns what was done, for people. */
    String predict(Path file, WholeFile answers) throws IOException;
  }

  /** What a file is compared by. */
  private record Version(FileTime changed, long size) {
    /** Empty if whoever put the file there has taken it away. */
    static Optional<Version> of(Path file) throws IOException {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(new Version(now.lastModifiedTime(), now.size()));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * A folder; nothing is looked at yet.
   *
   * @param folder where the files come
   * @param answers the folder of the predictions, the same or another
   * @param predictor predicts one of them
   * @param command its streams get a line per file
   */
  WatchedFolder(Path folder, Path answers, Predictor predictor, CommandLine command) {
    this.folder = folder;
    this.answers = answers;
    this.predictor = predictor;
    this.command = command;
  }

  /**
   * Answers until it shall stop.
   *
   * @return the number of files that were answered
   * @throws IOException if the folder cannot be watched, or is no longer there
   */
  int watch(BooleanSupplier stop) throws IOException, InterruptedException {
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      folder.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
      leaveWhatIsAnswered();
      boolean look = true;
      while (!stop.getAsBoolean()) {
        boolean unsettled = look && answerWhatIsComplete(stop);
        look = hasChanged(changes) || unsettled;
      }
    }
    return answered;
  }

  private boolean hasChanged(WatchService changes) throws IOException, InterruptedException {
    WatchKey key = changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    if (key == null) {
      return false;
    }
    key.pollEvents();
    if (!key.reset()) {
      throw new NoSuchFileException(folder.toString());
    }
    // What comes meanwhile is looked at together, and no file twice within the time of quiet.
    TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
    return true;
  }

  /** At the start only: later a file may bring an old date with it. */
  private void leaveWhatIsAnswered() throws IOException {
    for (Path file : files()) {
      Path answer = answerOf(file);
      Optional<Version> now = Version.of(file);
      if (now.isPresent()
          && Files.exists(answer)
          && Files.getLastModifiedTime(answer).compareTo(now.get().changed()) > 0) {
        done.put(file, now.get());
      }
    }
  }

  /** Returns whether a file is left that may still be written to. */
  private boolean answerWhatIsComplete(BooleanSupplier stop) throws IOException {
    List<Path> files = files();
    seen.keySet().retainAll(files);
    done.keySet().retainAll(files);
    boolean unsettled = false;
    for (Path file : files) {
      Optional<Version> now = Version.of(file);
      if (stop.getAsBoolean() || now.isEmpty() || now.get().equals(done.get(file))) {
        continue;
      }
      if (now.get().equals(seen.put(file, now.get()))) {
        answer(file);
        done.put(file, now.get());
      } else {
        unsettled = true;
      }
    }
    return unsettled;
  }

  /** Hidden files are those that others are still writing. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(WatchedFolder::isSeries).filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isSeries(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && !name.endsWith(ENDING) && SeriesFile.isNamed(file);
  }

  private Path answerOf(Path file) {
    return answers.resolve(file.getFileName() + ENDING);
  }

  private void answer(Path file) {
    try {
      String sentence = predictor.predict(file, new WholeFile(answerOf(file)));
      command.getOut().println(file.getFileName() + ": " + sentence);
      command.getOut().flush();
      answered++;
    } catch (DataException | IllegalArgumentException | IOException e) {
      String sentence = String.valueOf(e.getMessage());
      boolean isNamed = sentence.contains(file.toString());
      command.getErr().println("mf: " + (isNamed ? "" : file + ": ") + sentence);
      command.getErr().flush();
    }
  }
}
