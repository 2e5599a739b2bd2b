import { expect, it } from 'vitest';
import { countiesOfInnerMongolia } from './counties-inner-mongolia.js';
import { unitsOfInnerMongolia } from './units-inner-mongolia.js';

const all = countiesOfInnerMongolia.flatMap(({ counties }) => counties);

it('lists all 103 counties of the region, each code once', () => {
  expect([all.length, new Set(all.map(({ code }) => code)).size]).toEqual([103, 103]);
});

it('has every county that a unit comes with, by the same code and name', () => {
  const listed = unitsOfInnerMongolia.flatMap(({ listedAreas }) => listedAreas);
  expect(listed.filter((area) => !all.some(({ code, name }) => code === area.code && name === area.name))).toEqual([]);
});
