/**
 * What {@code mf figures} draws: computes the data of every picture of the papers and of this
 * library's models. The only package of this module that runs models.
 */
package org.mf4j.figures.gallery;
