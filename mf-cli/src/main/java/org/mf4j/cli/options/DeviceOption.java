package org.mf4j.cli.options;

import java.util.List;
import java.util.Map;
import org.mf4j.engine.EngineChoice;
import picocli.CommandLine.Option;

/** {@code --device} of every command that trains networks. */
public final class DeviceOption {
  /** What the values of the engines' system property are called here. */
  private static final Map<String, String> VALUES =
      Map.of("auto", "auto", "cpu", "off", "gpu", "required");

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      converter = Device.class,
      description =
          "Where recurrent layers run: gpu fails where an NVIDIA GPU cannot run them, auto takes it"
              + " for large work. Default: auto.")
  private String device;

  /** Lets this process run networks there; without the option, where {@code -D} says. */
  public void choose() {
    if (device != null) {
      System.setProperty(EngineChoice.CUDA_PROPERTY, VALUES.get(device));
    }
  }

  private static final class Device extends Converter<String> {
    Device() {
      super(Device::read, List.of("auto", "cpu", "gpu"));
    }

    private static String read(String word) {
      if (!VALUES.containsKey(word)) {
        throw new IllegalArgumentException("'" + word + "' is not auto, cpu or gpu.");
      }
      return word;
    }
  }
}
