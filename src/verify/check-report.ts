// 检查报告: what the formats of `jixiao check` render, and what they share.
import type { Configuration } from "./configuration.ts";
import { describe, type Severity } from "../types/diagnostics.ts";
import type { Reported, Verification, VerifiedDocument } from "../types/reported.ts";
import type { Language } from "../types/types.ts";
import { key } from "../wording/words.ts";

export interface CheckReport {
  readonly verification: Verification;
  /** the checks that ran */
  readonly configuration: Configuration;
  /** from this severity on a finding fails the run */
  readonly failSeverity: Severity;
  readonly lang: Language;
  /** version of jixiao */
  readonly version: string;
  /** the text of a file, for code frames */
  readonly textOf: (file: string) => string | undefined;
  /** with escape sequences for a terminal */
  readonly coloured?: boolean;
}

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
export const atLeast = (severity: Severity, limit: Severity): boolean => GRAVITY[severity] >= GRAVITY[limit];

export const shownOf = ({ verification }: CheckReport): readonly Reported[] => verification.findings.filter((one) => one.suppressed === undefined);
export const suppressedOf = ({ verification }: CheckReport): readonly Reported[] => verification.findings.filter((one) => one.suppressed !== undefined);
export const fails = (one: Reported, { failSeverity }: CheckReport): boolean => one.suppressed === undefined && atLeast(one.severity, failSeverity);

/** Every file that was checked or that a finding lies in, with its findings. */
export function byFile({ verification }: CheckReport): readonly { readonly file: string; readonly document: VerifiedDocument | undefined; readonly findings: readonly Reported[] }[] {
  const files = [...new Set([...verification.documents.map((one) => one.file), ...verification.findings.map((one) => one.file ?? "-")])];
  return files.map((file) => ({
    file,
    document: verification.documents.find((one) => one.file === file),
    findings: verification.findings.filter((one) => (one.file ?? "-") === file),
  }));
}

export const wordsOf = (one: Reported, { lang }: CheckReport): string => describe(one, lang);

/** `3 个错误，1 个警告`; infos and what was accepted where there are any. */
export function countsText({ verification: { counts }, lang }: CheckReport): string {
  const w = key(lang);
  const parts = [w === "zh" ? `${counts.error} 个错误` : `${counts.error} errors`, w === "zh" ? `${counts.warning} 个警告` : `${counts.warning} warnings`];
  if (counts.info > 0) parts.push(w === "zh" ? `${counts.info} 个提示` : `${counts.info} infos`);
  if (counts.suppressed > 0) parts.push(w === "zh" ? `另有 ${counts.suppressed} 处已抑制` : `${counts.suppressed} suppressed`);
  return parts.join(w === "zh" ? "，" : ", ");
}

/** `3 个文档：1 个错误，0 个警告` */
export const headline = (report: CheckReport): string => `${report.verification.documents.length}${report.lang === "en" ? " documents: " : " 个文档："}${countsText(report)}`;

/** The line that closes a report, and what to do next. */
export function summaryLines(report: CheckReport): readonly string[] {
  const { lang } = report;
  const fixable = shownOf(report).filter((one) => (one.edits ?? []).length > 0).length;
  const head = `${lang === "en" ? "checked " : "检查了 "}${headline(report)}`;
  if (fixable === 0) return [head];
  return [head, lang === "en" ? `${fixable} of them can be mended by --fix (--fix --dry-run shows how)` : `其中 ${fixable} 处可用 --fix 自动改正（--fix --dry-run 先看改动）`];
}
