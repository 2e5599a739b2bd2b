import type { Request } from 'express';

const SYSTEMS: [RegExp, string][] = [[/iPhone/u, 'iPhone'], [/iPad/u, 'iPad'], [/HarmonyOS/u, '鸿蒙手机'], [/Android/u, '安卓手机'], [/Windows/u, 'Windows 电脑'], [/Macintosh/u, 'Mac 电脑'], [/Linux/u, 'Linux 电脑']];
const PROGRAMS: [RegExp, string][] = [[/MicroMessenger/u, '微信'], [/Edg\//u, 'Edge'], [/Firefox\//u, 'Firefox'], [/Chrome\//u, 'Chrome'], [/Safari\//u, 'Safari']];

/** A device in words a person recognises in the list of their log-ins: `iPhone 微信`. */
export function deviceOf(request: Request): string {
  const agent = request.header('user-agent') ?? '';
  const name = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(agent))?.[1];
  return [name(SYSTEMS), name(PROGRAMS)].filter(Boolean).join(' ') || '未知设备';
}
