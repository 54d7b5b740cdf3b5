/**
 * The papers' tables, and figures of scores, computed again: protocol, cells and the rule by which
 * a cell agrees. May depend on {@code org.mf4j.papers}, {@code org.mf4j.search}, {@code
 * org.mf4j.models} and {@code org.mf4j.data}; nothing in this module may depend on it.
 */
package org.mf4j.reproduction;
