/**
 * Every error response of the program, as RFC 9457 problem documents.
 *
 * <p>Features throw {@link org.yujian.shared.problem.Problem}, made from a {@link
 * org.yujian.shared.problem.ProblemCode}. One renderer turns it, and all exceptions of the
 * frameworks below, into {@code application/problem+json}. The texts are in {@code
 * problems.properties} and {@code problems_zh.properties}; each code has a page at {@code
 * /problems/{code}}.
 *
 * <p>Owns no tables. Price: all features share one enum, in return for one list of codes that never
 * change.
 */
package org.yujian.shared.problem;
