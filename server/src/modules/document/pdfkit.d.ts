import type { Font } from 'fontkit';

/** What pdfkit 0.20 takes and its published types do not yet say. */
declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      dictionary: { data: Record<string, unknown> };
    }
    namespace Mixins {
      interface PDFFont {
        registerFont(name: string, font: Font): this;
      }
      interface TextOptions {
        /** Width already measured, in points. */
        textWidth?: number;
        wordCount?: number;
      }
      interface StructureElementOptions {
        /** Whether a header names its row or its column. */
        scope?: 'Row' | 'Column';
      }
    }
  }
}
