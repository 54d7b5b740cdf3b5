// The kernels of one cell as a shared library for the host, g++ -DCELL=Euler: mfLaunch runs any of them by its name.
#include "shim.hpp"
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#include "common.cu"
#define CHUNKS 1
#include "block.cu"
#include "grid.cu"
#undef CHUNKS
#define CHUNKS 2
#include "block.cu"
#include "grid.cu"
#undef CHUNKS
#define CHUNKS 3
#include "block.cu"
#undef CHUNKS
#define CHUNKS 4
#include "block.cu"
#include "grid.cu"
#undef CHUNKS
#define CHUNKS 5
#include "block.cu"
#undef CHUNKS
#define CHUNKS 8
#include "grid.cu"
#undef CHUNKS
#define CHUNKS 16
#include "grid.cu"

#define ADD(name) shim::add(#name, name);
#define BOTH(kind, size) ADD(forward##kind##_##size) ADD(backward##kind##_##size)

// 0: done; 1: no such kernel; 2: all threads wait. together: the blocks exchange numbers.
extern "C" int mfLaunch(const char* name, int gx, int gy, int gz, int threads, int sharedBytes, void** arguments,
                        int together) {
  static const bool ready = [] {
    BOTH(Block, 1_1) BOTH(Block, 1_2) BOTH(Block, 1_4) BOTH(Block, 2_1) BOTH(Block, 2_2) BOTH(Block, 2_4)
    BOTH(Block, 3_1) BOTH(Block, 3_2) BOTH(Block, 3_4) BOTH(Block, 4_1) BOTH(Block, 4_2) BOTH(Block, 4_4)
    BOTH(Block, 5_1) BOTH(Block, 5_2)
    BOTH(Grid, 1_4) BOTH(Grid, 1_8) BOTH(Grid, 2_4) BOTH(Grid, 2_8) BOTH(Grid, 4_4) BOTH(Grid, 4_8)
    BOTH(Grid, 8_4) BOTH(Grid, 8_8) BOTH(Grid, 16_4)
    ADD(arrange) ADD(project) ADD(inputGradient) ADD(outer) ADD(outerInputs) ADD(gather)
    return true;
  }();
  (void)ready;
  return shim::launch(name, {gx, gy, gz}, threads, sharedBytes, arguments, together);
}
