/**
 * What the papers selected and published: the settings per task and model, and the scores. [APL] is
 * Pistolesi, Ceni, Milano, Ricciardi, Gallicchio, APL Mach. Learn. 3, 016117 (2025), doi
 * 10.1063/5.0255168. May depend on {@code org.mf4j.models}.
 */
package org.mf4j.papers;
