package org.mf4j.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A master and workers of one core each, as processes on this machine, of Spark as Maven has
 * fetched it. Ports are those that the system gives; nothing asks for the name of the machine.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");

  /** They live for seconds. */
  static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** Where other processes find the classes of this one. */
  private static final String CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> Path.of(entry).toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final String master;

  private StandaloneCluster(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    // Where a distribution has its jars; the class path is given instead.
    Files.createDirectories(folder.resolve("jars"));
    start("master", "org.apache.spark.deploy.master.Master");
    master = address(folder.resolve("master.log"));
  }

  static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
    return new StandaloneCluster(folder);
  }

  /** {@return its address} */
  String master() {
    return master;
  }

  /** {@return a new worker, which will make itself known to the master} */
  Process addWorker() throws IOException {
    String name = "worker" + processes.size();
    String work = folder.resolve(name + "-work").toString();
    String main = "org.apache.spark.deploy.worker.Worker";
    return start(name, main, "--cores", "1", "--memory", "1g", "--work-dir", work, master);
  }

  /** A driver of this cluster: its output is to be read, its errors go to a file. */
  ProcessBuilder java(String name, String main, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
    command.addAll(QUICK_START);
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
    command.addAll(List.of("-cp", CLASS_PATH, main));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", folder.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_DIST_CLASSPATH", CLASS_PATH);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_HOSTNAME", "127.0.0.1");
    return builder;
  }

  private Process start(String name, String main, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("--host", "127.0.0.1", "--port", "0"));
    all.addAll(List.of("--webui-port", "0"));
    all.addAll(List.of(args));
    ProcessBuilder builder = java(name, main, all.toArray(String[]::new));
    builder.redirectOutput(folder.resolve(name + ".out").toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String address(Path log) throws IOException, InterruptedException {
    while (true) {
      boolean alive = processes.get(0).isAlive();
      String text = Files.readString(log);
      Matcher line = MASTER.matcher(text);
      if (line.find()) {
        return line.group(1);
      }
      if (!alive) {
        throw new IOException("the master has ended: " + text);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
