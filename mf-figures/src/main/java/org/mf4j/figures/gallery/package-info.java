/**
 * What {@code mf figures} draws: computes the data of every picture of the papers and of this
 * library's models. May depend on everything in mf-training and in this module; the only package
 * here that runs models.
 */
package org.mf4j.figures.gallery;
