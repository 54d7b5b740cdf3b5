package org.mf4j.figures.notebook;

import java.util.Optional;

/**
 * A kernel on top of jupyter-jvm-basekernel: IJava and its successor JJava, which have the same
 * methods in classes of different names.
 *
 * @param kernelType class with a static method that gives the running kernel
 * @param kernelMethod its name; where no kernel runs it gives null or throws, as the version has it
 * @param displayType class with the static method {@code display(Object, String...)}
 */
record JvmKernel(String kernelType, String kernelMethod, String displayType) {
  /** The output of this kernel, if it is the one that runs. */
  Optional<Output> find() {
    return StaticMethod.find(kernelType, kernelMethod)
        .filter(StaticMethod::gives)
        .flatMap(running -> StaticMethod.find(displayType, "display", Object.class, String[].class))
        .map(CellOutput::new);
  }

  private static final class CellOutput extends KernelOutput {
    private final StaticMethod display;

    CellOutput(StaticMethod display) {
      this.display = display;
    }

    @Override
    void display(String mimeType, Object content) {
      display.call(content, new String[] {mimeType});
    }
  }
}
