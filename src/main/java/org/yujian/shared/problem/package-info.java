/**
 * Every error answer of the program, as RFC 9457 problem documents.
 *
 * <p>Features throw {@link org.yujian.shared.problem.Problem}, made from a {@link
 * org.yujian.shared.problem.ProblemCode}; one renderer turns it, and whatever the frameworks below
 * throw, into {@code application/problem+json}. Texts stand in {@code problems.properties} and
 * {@code problems_zh.properties}; each code has a page under {@code /problems/{code}}.
 *
 * <p>Owns no tables. Price: one enum that all features share, for one list of codes that never
 * change.
 */
package org.yujian.shared.problem;
