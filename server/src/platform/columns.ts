import { Column, PrimaryColumn, type ColumnOptions, type ValueTransformer } from 'typeorm';

/** One vocabulary of columns that mean the same on SQLite and on MySQL/MariaDB. */

const toNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

const toJson: ValueTransformer = {
  to: (value: unknown) => (value === undefined ? undefined : JSON.stringify(value)),
  from: (value: string | null) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
};

const completedBy = (read: (stored: unknown) => unknown): ValueTransformer => ({
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : read(value)),
});

/** A row's own id: UUID version 7, so that rows of one table sort by age. */
export const Id = () => PrimaryColumn({ type: 'varchar', length: 36 });

/** Another row's id. */
export const Ref = (options: ColumnOptions = {}) => Column({ ...options, type: 'varchar', length: 36 });

export const Words = (length: number, options: ColumnOptions = {}) => Column({ ...options, type: 'varchar', length });

/** Up to 64 kB of text. */
export const LongText = (options: ColumnOptions = {}) => Column({ ...options, type: 'text' });

/** Up to 64 kB of bytes. */
export const Blob = (options: ColumnOptions = {}) => Column({ ...options, type: 'blob' });

/** Milliseconds since 1970: no zone, no lost precision, sortable on both databases. */
export const At = (options: ColumnOptions = {}) => Column({ ...options, type: 'bigint', transformer: toNumber });

/** Whole number up to 2^53: bytes, milliseconds. */
export const Big = At;

export const Int = (options: ColumnOptions = {}) => Column({ ...options, type: 'int' });

export const Flag = (options: ColumnOptions = {}) => Column({ ...options, type: 'boolean' });

/** JSON in a text column of up to 64 kB; whoever writes it bounds its size. Where an older shape may be stored, `read` completes it on every read. */
export const Json = (options: ColumnOptions & { read?: (stored: unknown) => unknown } = {}) => {
  const { read, ...column } = options;
  return Column({ ...column, type: 'text', transformer: read ? [completedBy(read), toJson] : toJson });
};
