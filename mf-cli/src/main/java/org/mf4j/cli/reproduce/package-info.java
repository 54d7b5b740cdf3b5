/**
 * {@code mf reproduce}: the command with its own options and reports: the papers' tables and
 * figures beside ours. May depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.text} and
 * the libraries, on no other command.
 */
package org.mf4j.cli.reproduce;
