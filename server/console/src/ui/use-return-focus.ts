import { useEffect, useRef, useState } from 'react';

/** Gives the focus back to what opened a dialog when the dialog goes away. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      // After the dialog has let go of the focus; not when React only mounts it a second time while developing.
      setTimeout(() => {
        if (!isThere.current && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    };
  }, [opener]);
}
