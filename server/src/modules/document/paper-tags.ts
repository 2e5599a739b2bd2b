import type { Tag } from './place-items.js';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** The structure tree of one document, grown as its content is drawn: what a screen reader reads. */
export class PaperTags {
  private readonly elements = new Map<Tag, Element>();

  constructor(private readonly doc: Doc) {}

  /** Draws something as content of a node of the structure. */
  content(tag: Tag, draw: () => void, alt?: string): void {
    const element = this.element(tag, alt);
    const content = this.doc.markStructureContent(tag.role);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  private element(tag: Tag, alt?: string): Element {
    const before = this.elements.get(tag);
    if (before) return before;
    const made = this.doc.struct(tag.role, { ...(alt ? { alt } : {}), ...(tag.scope ? { scope: tag.scope } : {}) });
    if (tag.span > 1) made.dictionary.data.A = { O: 'Table', ColSpan: tag.span };
    this.elements.set(tag, made);
    if (tag.parent) this.element(tag.parent).add(made);
    else this.doc.addStructure(made);
    return made;
  }
}
