/** {@link org.mf4j.Mf}: the library in five lines. It may depend on models and data. */
package org.mf4j;
