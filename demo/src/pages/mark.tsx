/** The sign of the shop: the lighthouse of Genoa, two towers and a light. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 48" width="32" height="48" aria-hidden="true" focusable="false">
    <path d="M16 1.500 19.500 6h-7z" fill="currentColor" />
    <rect x="12.500" y="7" width="7" height="7" fill="#e5b455" />
    <path d="M22 10.500 31 7v7zM10 10.500 1 7v7z" fill="#e5b455" opacity=".75" />
    <path
      d="M9.500 15h13v2h-1.700l.9 11h2.800v2.200h-1.700L24.500 46h-17L9.200 30.200H7.500V28h2.800l.9-11H9.500z"
      fill="currentColor"
    />
  </svg>
);

/** The same as a picture of its own, for the browser's tab. */
export const Icon = () => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
    <title>Lanterna</title>
    <rect width="64" height="64" rx="14" fill="#1b2b33" />
    <g transform="translate(16 8)">
      <path
        d="M16 1.500 19.500 6h-7zM9.500 15h13v2h-1.700l.9 11h2.800v2.200h-1.700L24.500 46h-17L9.200 30.200H7.500V28h2.800l.9-11H9.500z"
        fill="#f4eee3"
      />
      <path d="M12.500 7h7v7h-7zM22 10.500 31 7v7zM10 10.500 1 7v7z" fill="#f0c264" />
    </g>
  </svg>
);
