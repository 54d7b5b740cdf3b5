// CUDA C++ on the host: lets g++ compile the kernels of src/main/cuda and runs them, so that a machine without a GPU can
// test them.
// Every thread of a launch is a fiber; a fiber runs until it waits (barrier, shuffle, a number of another block), then the
// next one goes on. A launch that waits for ever is found: no fiber can go on. Shared memory starts as NaN.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <ucontext.h>
#include <utility>
#include <vector>

using std::max;
using std::min;
struct alignas(16) float4 { float x, y, z, w; };
struct Dim3 { int x = 1, y = 1, z = 1; };

namespace shim {
const size_t STACK = 64 << 10;
struct Block;
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
// Switches stacks in a few nanoseconds; swapcontext asks the kernel twice.
struct Context { void* stack; };
extern "C" void shimSwitch(Context* from, Context* to);
asm(R"(
.weak shimSwitch
shimSwitch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq (%rsi), %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
)");
inline void change(Context& from, Context& to) { shimSwitch(&from, &to); }
inline void prepare(Context& c, char* stack, size_t bytes, void (*entry)()) {
  uintptr_t top = (reinterpret_cast<uintptr_t>(stack) + bytes) & ~uintptr_t(15);
  void** p = reinterpret_cast<void**>(top) - 2;
  *p = reinterpret_cast<void*>(entry);
  c.stack = p - 6;
}
#else
typedef ucontext_t Context;
inline void change(Context& from, Context& to) { swapcontext(&from, &to); }
inline void prepare(Context& c, char* stack, size_t bytes, void (*entry)()) {
  getcontext(&c);
  c.uc_stack.ss_sp = stack;
  c.uc_stack.ss_size = bytes;
  c.uc_link = nullptr;
  makecontext(&c, entry, 0);
}
#endif
struct Fiber {
  Context context;
  std::unique_ptr<char[]> stack;
  Block* block;
  Dim3 thread;
  int lane, warp;
  long barrier = 0, shuffles = 0;
  bool done = false;
};
struct Warp {
  float value[64][32];  // a lane may be some shuffles ahead of another, but not 64
  long count[32] = {};
  int lanes = 0;
};
struct Block {
  Dim3 index;
  std::vector<Warp> warps;
  std::vector<char> shared;
  long arrived = 0, generation = 0;
  int threads = 0, finished = 0;
};
inline Fiber* current;
inline Context scheduler;
inline Dim3 gridSize, blockSize;
inline const std::function<void()>* kernel;
inline long waits;  // in a row, without any fiber going on

inline void yield() { change(current->context, scheduler); }
inline void barrier() {
  Block* b = current->block;
  long mine = b->generation;
  if (++b->arrived == b->threads) {
    b->arrived = 0;
    b->generation++;
    waits = 0;
    return;
  }
  while (b->generation == mine) { waits++; yield(); }
  waits = 0;
}
inline float shuffleXor(float v, int offset) {
  Warp& w = current->block->warps[current->warp];
  const int lane = current->lane, other = lane ^ offset;
  const long n = ++w.count[lane];
  w.value[n % 64][lane] = v;
  if (other >= w.lanes) { fprintf(stderr, "shuffle with a lane that is not there\n"); abort(); }
  while (w.count[other] < n) { waits++; yield(); }
  waits = 0;
  return w.value[n % 64][other];
}
inline void entry() {
  (*kernel)();
  current->done = true;
  current->block->finished++;
  waits = 0;
  while (true) yield();
}
inline std::map<std::string, std::function<void(void**)>>& kernels() { static std::map<std::string, std::function<void(void**)>> all; return all; }
template <class... A, size_t... I>
std::function<void(void**)> unpacked(void (*f)(A...), std::index_sequence<I...>) { return [f](void** p) { f(*static_cast<A*>(p[I])...); }; }
template <class... A>
void add(const char* name, void (*f)(A...)) { kernels()[name] = unpacked(f, std::index_sequence_for<A...>()); }

// Blocks run one after another, or, if they exchange numbers, side by side. 0: done; 1: no such kernel; 2: all fibers wait.
inline int launch(const char* name, Dim3 grid, int threads, int sharedBytes, void** arguments, bool together) {
  auto found = kernels().find(name);
  if (found == kernels().end()) return 1;
  const std::function<void()> body = [&] { found->second(arguments); };
  kernel = &body;
  gridSize = grid;
  blockSize = {threads, 1, 1};
  const int blocks = grid.x * grid.y * grid.z, side = together ? blocks : 1;
  for (int first = 0; first < blocks; first += side) {
    std::vector<std::unique_ptr<Block>> running;
    std::vector<std::unique_ptr<Fiber>> fibers;
    for (int i = first; i < min(blocks, first + side); i++) {
      auto block = std::make_unique<Block>();
      block->index = {i % grid.x, i / grid.x % grid.y, i / grid.x / grid.y};
      block->warps.resize((threads + 31) / 32);
      block->shared.assign(sharedBytes + 16, char(0xFF));  // NaN where nothing was written
      block->threads = threads;
      for (int t = 0; t < threads; t++) {
        auto fiber = std::make_unique<Fiber>();
        fiber->block = block.get();
        fiber->thread = {t, 0, 0};
        fiber->lane = t % 32;
        fiber->warp = t / 32;
        block->warps[t / 32].lanes++;
        fiber->stack.reset(new char[STACK]);
        prepare(fiber->context, fiber->stack.get(), STACK, entry);
        fibers.push_back(std::move(fiber));
      }
      running.push_back(std::move(block));
    }
    waits = 0;
    for (size_t left = fibers.size(); left;) {
      left = 0;
      for (auto& fiber : fibers)
        if (!fiber->done) {
          current = fiber.get();
          change(scheduler, fiber->context);
          left += !fiber->done;
        }
      if (waits > 64 * (long)fibers.size() + 4096) return 2;
    }
  }
  return 0;
}
}  // namespace shim

#define DEVICE inline
#define SHARED(name) float* const name = reinterpret_cast<float*>((reinterpret_cast<uintptr_t>(shim::current->block->shared.data()) + 15) & ~uintptr_t(15))
#define UNROLL
#define __global__
#define __launch_bounds__(...)
#define __restrict__
#define threadIdx (shim::current->thread)
#define blockIdx (shim::current->block->index)
#define blockDim (shim::blockSize)
#define gridDim (shim::gridSize)
inline void __syncthreads() { shim::barrier(); }
inline float __shfl_xor_sync(unsigned, float v, int offset) { return shim::shuffleXor(v, offset); }
inline unsigned __float_as_uint(float v) { unsigned u; memcpy(&u, &v, 4); return u; }
inline float __uint_as_float(unsigned u) { float v; memcpy(&v, &u, 4); return v; }
inline float4 loadFresh(const float* p) {
  float4 q;
  memcpy(&q, p, 16);
  for (int i = 0; i < 4; i++)
    if (__float_as_uint(p[i]) == 0xFFFFFFFFu) { shim::waits++; shim::yield(); memcpy(&q, p, 16); return q; }
  shim::waits = 0;
  return q;
}
inline void storeFresh(float* p, float v) { *p = v; shim::waits = 0; }
inline float power2(float x) { return exp2f(x); }
inline float reciprocal(float x) { return 1.f / x; }
