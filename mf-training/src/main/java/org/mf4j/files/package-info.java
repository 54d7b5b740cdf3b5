/** How files are written: whole or not at all. Depends on nothing. */
package org.mf4j.files;
