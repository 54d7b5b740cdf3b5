package org.mf4j.figures.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A public static method of a class that may not be there, called by reflection: the kernel is on
 * the class path of a notebook only.
 */
record StaticMethod(Method method) {
  /** The method, or empty where the class path has no such class or the class no such method. */
  static Optional<StaticMethod> find(String type, String name, Class<?>... parameters) {
    try {
      return Optional.of(new StaticMethod(Class.forName(type).getMethod(name, parameters)));
    } catch (ClassNotFoundException | NoSuchMethodException absent) {
      return Optional.empty();
    }
  }

  /** Calls the method. */
  Object call(Object... arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the notebook's kernel failed in " + method, e);
    }
  }

  /** Whether a method without parameters gives something, neither null nor an exception. */
  boolean gives() {
    try {
      return method.invoke(null) != null;
    } catch (IllegalAccessException | InvocationTargetException nothing) {
      return false;
    }
  }
}
