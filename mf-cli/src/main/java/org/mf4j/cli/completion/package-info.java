/** {@code mf completion}: what a shell needs to complete the words of a command line. */
package org.mf4j.cli.completion;
