/**
 * Where the files of a named data set come from: a directory on this machine ({@link
 * org.mf4j.data.archive.LocalDirectory}), or the public archive through a cache ({@link
 * org.mf4j.data.archive.DownloadCache}); the table of known sets is {@link
 * org.mf4j.data.archive.KnownSet}. {@link org.mf4j.data.Datasets} puts them together.
 *
 * <p>The way of a download: {@code ArchiveServer} fetches a zip, {@code ArchiveZip} takes the data
 * files out of it, {@code DownloadCache} checks them and puts them in place. May depend on {@link
 * org.mf4j.data.formats} for the names of files, on {@link org.mf4j.data.series} and on the JDK, on
 * nothing else.
 */
package org.mf4j.data.archive;
