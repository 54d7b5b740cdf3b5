// What the kernels need of the compiler, beyond C++17. Without nvcc, src/test/cpp/shim.hpp gives the same on the host.
#pragma once
#ifdef __CUDACC__
#define DEVICE __device__ __forceinline__
#define SHARED(name) extern __shared__ __align__(16) float name[]
#define UNROLL _Pragma("unroll")

// Reads and writes that other blocks take part in: they go to the L2 cache, never to the L1 cache of a multiprocessor.
DEVICE float4 loadFresh(const float* p) {
  float4 v;
  asm volatile("ld.relaxed.gpu.global.v4.f32 {%0,%1,%2,%3}, [%4];"
               : "=f"(v.x), "=f"(v.y), "=f"(v.z), "=f"(v.w)
               : "l"(__cvta_generic_to_global(p)));
  return v;
}
DEVICE void storeFresh(float* p, float v) {
  asm volatile("st.relaxed.gpu.global.f32 [%0], %1;" ::"l"(__cvta_generic_to_global(p)), "f"(v));
}

// 2^x and 1/x within two units of the last place, one instruction each.
DEVICE float power2(float x) {
  float y;
  asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(y) : "f"(x));
  return y;
}
DEVICE float reciprocal(float x) {
  float y;
  asm("rcp.approx.ftz.f32 %0, %1;" : "=f"(y) : "f"(x));
  return y;
}
#endif
