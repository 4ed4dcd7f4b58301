/**
 * The report: what has been measured, as a page and as plots.
 *
 * <p>In come the files that {@code benchmarks/run} leaves in its directory of results; out go
 * {@code docs/performance.md} and the plots beside it. Every figure of the page is read from those
 * files; only the targets are data of this package. Measuring never belongs here.
 *
 * <pre>
 * {@link dev.respool.benchmarks.report.Report} --> ResultFiles (JSON, JmhLog) --> Results
 *        '--> Page --> Workloads, Targets (what is asked) --> Comparison (what was measured)
 *        '--> Plots --> LinePlot, BarPlot, DotPlot --> Svg
 * {@link dev.respool.benchmarks.report.SaveMachine}: on what it is measured
 * {@link dev.respool.benchmarks.report.SavePeers}: which peers can run; both are called by the run
 * </pre>
 */
package dev.respool.benchmarks.report;
