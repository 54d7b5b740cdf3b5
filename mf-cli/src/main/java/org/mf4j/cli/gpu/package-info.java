/** {@code mf gpu}: what the machine's GPU is, whether it computes right, and how fast it is. */
package org.mf4j.cli.gpu;
