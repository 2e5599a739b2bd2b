import { writeFileSync } from 'node:fs';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { annex2 } from '@kepu/shared/paper/annex2';
import { readyForm } from '@kepu/shared/testing/examples';
import { renderPdf } from '../../server/dist/modules/document/render-pdf.js';

/** Prints the official form of a sample version as PDF to the path given. */
const version = { number: 2, code: '7F3A 91C2', verifyAddress: 'https://kepu.example.gov.cn/v/8KX2MPQ7ZT' };
writeFileSync(process.argv[2], await renderPdf(annex2({ config: preset2025, madeAt: 0, unitName: '兴安盟科技局', slotNumber: 3, work: { form: readyForm(), version, electronic: null } })));
