package org.mf4j.cuda.kernels;

import static org.mf4j.cuda.kernels.Size.up;

import java.util.List;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.Launch;

/**
 * The kernels of common.cu, which every cell and size share.
 *
 * @param gpu where
 */
public record CommonKernels(Gpu gpu) {
  private static final int THREADS = 256;

  /** Enough blocks to fill any device; the kernels go on in strides. */
  private static final int MOST_BLOCKS = 4096;

  private static final int GATHERED = 32;
  private static final int OUTER_TILE = 128;
  private static final int OUTER_ROWS = 16;
  private static final int CHANNELS_OF_A_THREAD = 8;

  /**
   * Where entries lie, in floats.
   *
   * @param step from one step to the next
   * @param series from one series to the next
   * @param entry from one entry to the next
   */
  public record Strides(long step, long series, long entry) {
    static Strides ofRows(int batch, long pitch) {
      return new Strides(batch * pitch, pitch, 1);
    }
  }

  /**
   * Copies {@code [T,B,n]} of any strides to rows of {@code pitch} floats, with zeros in the
   * padding and, unless mask is 0, where it is 0.
   *
   * @param from address
   * @param strides of from
   * @param to address
   * @param pitch at least n
   * @param mask {@code [T,B]}, or 0
   * @param steps T
   * @param batch B
   * @param n entries of a row
   */
  public void arrange(
      long from, Strides strides, long to, int pitch, long mask, int steps, int batch, int n) {
    launch(
        "arrange",
        blocks((long) steps * batch * pitch),
        0,
        List.of(
            from,
            to,
            mask,
            steps,
            batch,
            n,
            pitch,
            strides.step(),
            strides.series(),
            strides.entry()));
  }

  /** tape = s (x W + b), rows of so many floats. */
  void project(Size size, long x, long inputWeights, long bias, long tape, int pitch) {
    launch(
        "project",
        blocks((long) size.rows() * pitch),
        0,
        List.of(x, inputWeights, bias, tape, size.rows(), size.channels(), size.neurons(), pitch));
  }

  /** dL/dx of so many rows. */
  void inputGradient(Size size, long dv, long inputWeights, long dx, int pitch) {
    launch(
        "inputGradient",
        (int) ((32L * size.rows() + THREADS - 1) / THREADS),
        0,
        List.of(dv, inputWeights, dx, size.rows(), size.channels(), size.neurons(), pitch));
  }

  /** out = the sum over all shares of so many numbers. */
  void gather(long parts, long out, int numbers, int shares) {
    launch("gather", up(numbers, GATHERED), THREADS, List.of(parts, out, numbers, shares));
  }

  /** How the rows of a tall product are dealt: the last share may be shorter. */
  record Shares(int count, int rows) {
    static Shares of(int rows, int wanted, int multiple) {
      int each = up(up(rows, wanted), multiple) * multiple;
      return new Shares(up(rows, each), each);
    }

    /** For {@link #outer}: as many as fill the device, none shorter than 64 rows. */
    static Shares ofOuter(Size size, int multiprocessors) {
      int tiles = up(size.neurons(), OUTER_TILE);
      int perShare = tiles * tiles;
      int fill = (perShare <= multiprocessors / 2 ? 2 : 1) * multiprocessors / perShare;
      int wanted = Math.max(1, Math.min(Math.min(up(size.rows(), 64), fill), 64));
      return of(size.rows(), wanted, OUTER_ROWS);
    }

    /** For {@link #outerInputs}. */
    static Shares ofInputs(Size size) {
      return of(size.rows(), Math.max(1, Math.min(256, up(size.rows(), 64))), 1);
    }
  }

  /** Shares of left^T right, both rows of so many floats. */
  void outer(Size size, long left, long right, long parts, int pitch, Shares shares) {
    int tiles = up(size.neurons(), OUTER_TILE);
    gpu.launch(
        new Launch(
            "common",
            "outer",
            tiles,
            tiles,
            shares.count(),
            THREADS,
            4 * OUTER_ROWS * OUTER_TILE,
            false,
            List.of(left, right, parts, size.rows(), size.neurons(), pitch, shares.rows())));
  }

  /** Shares of [x 1]^T right. */
  void outerInputs(Size size, long x, long right, long parts, int pitch, Shares shares) {
    gpu.launch(
        new Launch(
            "common",
            "outerInputs",
            up(size.neurons(), OUTER_TILE),
            up(size.channels() + 1, CHANNELS_OF_A_THREAD),
            shares.count(),
            OUTER_TILE,
            0,
            false,
            List.of(
                x,
                right,
                parts,
                size.rows(),
                size.channels(),
                size.neurons(),
                pitch,
                shares.rows())));
  }

  private void launch(String kernel, int blocks, int sharedFloats, List<? extends Number> args) {
    gpu.launch(new Launch("common", kernel, blocks, 1, 1, THREADS, sharedFloats, false, args));
  }

  private static int blocks(long numbers) {
    return (int) Math.min(MOST_BLOCKS, (numbers + THREADS - 1) / THREADS);
  }
}
