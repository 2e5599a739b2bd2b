/** Points in a length given in millimetres: PDF counts in points, 72 to the inch. */
export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
