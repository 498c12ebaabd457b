// What the console needs from the browser itself. Pages use it through io.amphora.console.api.kit, never directly.

const cookie = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; SameSite=Lax`; };

// The server formats times and picks the first layout; both are known before the first request for a page's content.
cookie('amphora.zone', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
const phone = window.matchMedia('(max-width: 600px)');
const tellWidth = () => {
  cookie('amphora.narrow', phone.matches ? '1' : '0');
  document.documentElement.classList.toggle('narrow', phone.matches);
};
tellWidth();
phone.addEventListener('change', tellWidth);

/** Keys wanted by elements: element -> Set of key names ("n", "g o", "mod+k", "escape"). */
const wanted = new Map();
let prefix = '';
let prefixTimer;

function keyName(e) {
  const mod = e.ctrlKey || e.metaKey ? 'mod+' : '';
  return mod + (e.key === ' ' ? 'space' : e.key.toLowerCase());
}

function isTyping(e) {
  const el = e.composedPath()[0];
  return el.isContentEditable || el.tagName === 'TEXTAREA' || el.tagName === 'SELECT'
    || el.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(el.type);
}

function topOverlay() {
  const open = [...document.querySelectorAll('vaadin-dialog-overlay, vaadin-confirm-dialog-overlay')].filter(o => o.opened);
  return open[open.length - 1];
}

function ownerOf(key) {
  const overlay = topOverlay();
  let found;
  for (const [element, keys] of wanted) {
    if (!element.isConnected) wanted.delete(element);
    else if (keys.has(key) && (!overlay || overlay.contains(element))
      && (!found || found.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) found = element;
  }
  return found;
}

function isPrefix(key) {
  return [...wanted.values()].some(keys => [...keys].some(k => k.startsWith(`${key} `)));
}

/** A field tells its value when it loses focus; a shortcut that submits must not be faster. */
function flushField() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active && active !== document.body) { active.blur(); active.focus({ preventScroll: true }); }
}

/** Escape closes what floats over the page first; it may be closed already when the key arrives here. */
let floating = false;
document.addEventListener('keydown', e => {
  floating = e.key === 'Escape' && [...document.querySelectorAll('[opened]')].some(o => /-overlay$/.test(o.localName) && !/tooltip|notification/.test(o.localName));
}, { capture: true });

function onKey(e) {
  if (e.defaultPrevented || floating || e.altKey || e.isComposing || ['Shift', 'Control', 'Meta', 'Alt'].includes(e.key)) return;
  const name = keyName(e);
  if (isTyping(e) && !name.startsWith('mod+')) {
    if (name === 'escape' && !topOverlay()) e.composedPath()[0].blur();
    return;
  }
  const key = prefix ? `${prefix} ${name}` : name;
  prefix = '';
  clearTimeout(prefixTimer);
  const owner = ownerOf(key);
  if (owner) {
    e.preventDefault();
    if (key === 'mod+enter') flushField();
    owner.dispatchEvent(new CustomEvent('amphora-key', { detail: { key } }));
  } else if (isPrefix(name) && !topOverlay()) {
    prefix = name;
    prefixTimer = setTimeout(() => { prefix = ''; }, 1200);
  }
}
document.addEventListener('keydown', onKey);

// Vaadin gives the checkboxes of a selectable grid no name that reaches the input.
customElements.whenDefined('vaadin-grid-flow-selection-column').then(() => {
  const column = customElements.get('vaadin-grid-flow-selection-column').prototype;
  const chinese = () => document.documentElement.lang.startsWith('zh');
  for (const [method, text] of [['_defaultRenderer', () => chinese() ? '选择行' : 'Select row'], ['_defaultHeaderRenderer', () => chinese() ? '全选' : 'Select all']]) {
    const render = column[method];
    column[method] = function named(root, ...rest) {
      render.call(this, root, ...rest);
      if (root.firstElementChild) root.firstElementChild.accessibleName = text();
    };
  }
});

/** Which cell of a grid has the focus; a grid that has none gets it into its first row. */
function gridCell(grid) {
  const active = grid.shadowRoot.activeElement;
  if (active && active.closest('#items')) return active;
  grid.shadowRoot.querySelector('#items tr:not([hidden]) td')?.focus();
  return null;
}

function press(cell, key) {
  cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

window.amphora = {
  /** Sends "amphora-key" to the element when one of the keys is pressed; of two the one further down the page or inside wins. */
  keys(element, names) {
    const all = new Set([...names, ...(element.amphoraKeys ?? [])]);
    if (all.size) wanted.set(element, all);
    else wanted.delete(element);
  },

  /** j and k move through a grid, Enter opens the row, x selects it: the last two as event "amphora-row". */
  gridKeys(grid) {
    const first = !grid.amphoraKeys;
    grid.amphoraKeys = ['j', 'k', 'x'];
    this.keys(grid, [...(wanted.get(grid) ?? [])]);
    if (!first) return;
    const row = (action, cell) => {
      const item = cell.closest('tr')?._item;
      if (item) grid.dispatchEvent(new CustomEvent('amphora-row', { detail: { action, key: item.key } }));
    };
    grid.addEventListener('amphora-key', e => {
      const cell = grid.amphoraKeys.includes(e.detail.key) && gridCell(grid);
      if (!cell) return;
      if (e.detail.key === 'x') row('select', cell);
      else press(cell, e.detail.key === 'j' ? 'ArrowDown' : 'ArrowUp');
    });
    grid.addEventListener('keydown', e => {
      const cell = grid.shadowRoot.activeElement;
      if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey && grid.classList.contains('opens') && cell?.closest('#items') && e.composedPath()[0] === cell) {
        e.stopImmediatePropagation();
        row('open', cell);
      }
    }, { capture: true });   // before the grid, which would go into the cell
  },

  /** Tells the element now and whenever it changes whether the screen is a phone's: event "amphora-narrow". */
  narrow(element) {
    const tell = () => element.isConnected
      ? element.dispatchEvent(new CustomEvent('amphora-narrow', { detail: { narrow: phone.matches } }))
      : phone.removeEventListener('change', tell);
    phone.addEventListener('change', tell);
    tell();
  },

  theme(href, dark) {
    const old = document.getElementById('console-theme');
    document.documentElement.setAttribute('theme', dark ? 'dark' : '');
    const done = () => window.dispatchEvent(new CustomEvent('amphora-theme'));
    if (!href) { old?.remove(); done(); return; }
    if (old?.getAttribute('href') === href) { done(); return; }
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, id: 'console-theme' });
    // The old one goes when the new one is there: no flash of an unstyled page.
    link.onload = link.onerror = () => { old?.remove(); done(); };
    document.head.append(link);
  },

  /** Arrows move through the results while the field keeps the focus, Enter follows the chosen one. */
  palette(box) {
    const input = () => box.querySelector('input');
    const rows = () => [...box.querySelectorAll('[role=option]')];
    const choose = row => {
      rows().forEach((r, i) => {
        r.id ||= `palette-row-${i}`;
        r.setAttribute('aria-selected', String(r === row));
      });
      row?.scrollIntoView({ block: 'nearest' });
      const field = input();
      if (field) { if (row) field.setAttribute('aria-activedescendant', row.id); else field.removeAttribute('aria-activedescendant'); }
    };
    box.addEventListener('keydown', e => {
      const all = rows();
      const at = all.findIndex(r => r.getAttribute('aria-selected') === 'true');
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        choose(all[(at + (e.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length]);
      } else if (e.key === 'Enter') {
        e.preventDefault();
        if (current()) all[Math.max(0, at)]?.click();
        else waiting = true;
      }
    });
    const results = box.querySelector('[role=listbox]');
    results.id = 'palette-results';
    // Who types fast and presses Enter means what the text finds, not what is still shown for the text before.
    const current = () => (results.dataset.for ?? '') === input().value.trim();
    let waiting = false;
    new MutationObserver(() => {
      choose(rows()[0]);
      if (waiting && current()) {
        waiting = false;
        rows()[0]?.click();
      }
    }).observe(results, { childList: true, attributes: true });
    choose(rows()[0]);
    const field = input();
    if (field) Object.entries({ role: 'combobox', 'aria-expanded': 'true', 'aria-controls': results.id, 'aria-autocomplete': 'list' })
      .forEach(([name, value]) => field.setAttribute(name, value));
  },

  focus(element) { requestAnimationFrame(() => element.focus?.()); },
};
