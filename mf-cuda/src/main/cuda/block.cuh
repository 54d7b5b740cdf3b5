// Block kernels: a block runs ROWS series from the first step to the last by itself, all weights in its registers. No
// block knows of another, so there may be any number of them; a step ends with one __syncthreads.
//
// The left side of the product is [h x 1], the right side w = [RW; W; b] with the columns scaled by s, [S,N] with
// S = N + nIn + 1: inputs and bias are slots that do not move. Threads 8 q .. 8 q + 7 own the slots 4 q .. 4 q + 3.
//
// Launch: ceil(B / ROWS) blocks of 8 ceil(S / 4) threads, rounded up to whole warps; S <= 32 CHUNKS, and N <= 128.
#pragma once
#include "cell.cuh"
#include "product.cuh"

// Which slots a lane finishes: OUT neighbours of one series.
template <int ROWS>
struct Share {
  static const int V = 4 * ROWS, OUT = V >= 8 ? V / 8 : 1;
  int row, slot;
  bool owner;
  DEVICE Share() {
    const int part = threadIdx.x % 8, first = V >= 8 ? part * OUT : part / (8 / V);
    row = first / 4;
    slot = threadIdx.x / 8 * 4 + first % 4;
    owner = V >= 8 || part % (8 / V) == 0;
  }
};
