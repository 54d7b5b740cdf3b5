package org.mf4j.engine;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.api.memory.deallocation.DeallocatableReference;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What ND4J 1.0.0-M2.1 keeps of threads that have ended. It files what shall free a workspace under
 * one number and looks for it under another, since a workspace answers with a new one each time:
 * the memory is freed, but some 5 kB of small objects stay in the heap for every thread in which a
 * network ever ran. They are let go here, now and then.
 */
public final class EndedThreads {
  /** Threads between one look through all arrays of the process, some ms, and the next. */
  private static final int OFTEN = 64;

  private static final AtomicInteger THREADS = new AtomicInteger();
  private static final ThreadLocal<Boolean> NOTICED =
      ThreadLocal.withInitial(EndedThreads::noticeThread);

  private EndedThreads() {}

  /** Takes note of the current thread, in which a network runs; costs something once a thread. */
  public static void notice() {
    NOTICED.get();
  }

  private static boolean noticeThread() {
    if (THREADS.incrementAndGet() % OFTEN == 0) {
      filed().ifPresent(all -> all.values().removeIf(EndedThreads::isOver));
    }
    return true;
  }

  /** What is collected is on its way to be freed, or has been, whether it is filed or not. */
  private static boolean isOver(Object reference) {
    return ((DeallocatableReference) reference).get() == null;
  }

  /** ND4J shows them to nobody; empty for a version that has them elsewhere. */
  private static Optional<Map<?, ?>> filed() {
    try {
      Field map = DeallocatorService.class.getDeclaredField("referenceMap");
      map.setAccessible(true);
      return Optional.of((Map<?, ?>) map.get(Nd4j.getDeallocatorService()));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
