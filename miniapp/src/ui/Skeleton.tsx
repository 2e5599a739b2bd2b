import { Box } from '../platform/elements';

/** Two grey cards while a list loads: the page keeps its shape, nothing spins. */
export function Skeleton() {
  return (
    <Box role="status" label="正在打开">
      <Box className="k-skeleton" />
      <Box className="k-skeleton" />
    </Box>
  );
}
