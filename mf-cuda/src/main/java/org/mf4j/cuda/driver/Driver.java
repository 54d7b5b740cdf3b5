package org.mf4j.cuda.driver;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/** The calls of the CUDA driver API that are needed, under their own names; 0 is success. */
interface Driver extends Library {
  /** cudaError: there is not as much device memory left. */
  int OUT_OF_MEMORY = 2;

  int cuInit(int flags);

  int cuDriverGetVersion(IntByReference version);

  int cuDeviceGetCount(IntByReference count);

  int cuDeviceGet(IntByReference device, int ordinal);

  int cuDeviceGetName(byte[] name, int length, int device);

  int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

  int cuDeviceTotalMem_v2(LongByReference bytes, int device);

  int cuDevicePrimaryCtxRetain(PointerByReference context, int device);

  int cuCtxPushCurrent_v2(Pointer context);

  int cuCtxPopCurrent_v2(PointerByReference context);

  int cuModuleLoadDataEx(
      PointerByReference module, Pointer image, int options, int[] names, Pointer[] values);

  int cuModuleGetFunction(PointerByReference function, Pointer module, String name);

  int cuFuncSetAttribute(Pointer function, int attribute, int value);

  int cuMemAlloc_v2(LongByReference address, long bytes);

  int cuMemFree_v2(long address);

  int cuMemGetInfo_v2(LongByReference free, LongByReference total);

  int cuMemcpyHtoDAsync_v2(long to, Pointer from, long bytes, Pointer stream);

  int cuMemcpyDtoHAsync_v2(Pointer to, long from, long bytes, Pointer stream);

  int cuMemsetD32Async(long at, int word, long words, Pointer stream);

  int cuStreamSynchronize(Pointer stream);

  int cuLaunchKernel(
      Pointer function,
      int x,
      int y,
      int z,
      int threadsX,
      int threadsY,
      int threadsZ,
      int sharedBytes,
      Pointer stream,
      Pointer arguments,
      Pointer extra);

  int cuLaunchCooperativeKernel(
      Pointer function,
      int x,
      int y,
      int z,
      int threadsX,
      int threadsY,
      int threadsZ,
      int sharedBytes,
      Pointer stream,
      Pointer arguments);

  int cuGetErrorString(int error, PointerByReference text);
}
