package org.mf4j.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Ctrl-C for a process of a test. */
public final class CtrlC {
  private CtrlC() {}

  /** Skips the test where there is no signal, or nobody would hear it. */
  public static void assumeItCanBeSent() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "/bin/kill sends the signal");
    assumeFalse(isInterruptIgnored(), "a shell that starts this in the background ignores Ctrl-C");
  }

  /** What a process ignores its children ignore too: bit 2 of Linux's mask is SIGINT. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
  }

  /** Sends it. */
  public static void send(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }
}
