import { describe, expect, it } from 'vitest';
import { isHandOverCode } from './code.js';

describe('what a scanner types', () => {
  it.each(['K7MP2Q9XWD', 'k7mp2q9xwd', 'K7MP2-Q9XWD', ' K7MP2Q9XWD ', 'https://kepu.example.cn/h/K7MP2Q9XWD', 'https://kepu.example.cn/v/K7MP2Q9XWD?p=2-3', 'Ｋ7MP2Q9XWD'])(
    '%j is a code of ours, also in a field', (text) => expect(isHandOverCode(text)).toBe(true),
  );

  it.each(['KP26-XA-0005', 'KP26-XA-00051', '草原夜空里的北斗', '13800000006', '2026-12-01', 'https://example.cn/x/K7MP2Q9XWD', '/h/short', ''])(
    '%j is none: it stays in the field it was typed into', (text) => expect(isHandOverCode(text)).toBe(false),
  );
});
