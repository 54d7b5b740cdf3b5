/**
 * What training is worth: networks that differ in their cells, their readings and their training,
 * each several times on every data set of a folder. May depend on {@code
 * org.mf4j.experiment.archive}, whose trials and journals these are, {@code org.mf4j.models},
 * {@code org.mf4j.papers} and {@code org.mf4j.data}.
 */
package org.mf4j.experiment.training;
