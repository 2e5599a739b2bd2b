/** Brings the element with this id into view and, where it is an input, puts the cursor there. */
export type Reveal = (id: string) => void;

export const reveal: Reveal = () => undefined;
