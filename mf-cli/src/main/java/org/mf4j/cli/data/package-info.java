/** {@code mf data}: what a file of series holds. */
package org.mf4j.cli.data;
