// Sorts a table by the column whose heading is clicked; the page is whole without it.
document.querySelectorAll("table.data").forEach(function (table) {
  var body = table.tBodies[0];
  table.querySelectorAll("thead button").forEach(function (button, column) {
    button.disabled = false;
    button.addEventListener("click", function () {
      var heading = button.parentElement;
      var numeric = heading.classList.contains("number");
      var down = heading.getAttribute("aria-sort") === (numeric ? "descending" : "ascending") ? !numeric : numeric;
      var key = function (row) {
        var cell = row.cells[column].textContent;
        return numeric ? (cell === "" ? null : Number(cell)) : cell;
      };
      var rows = Array.prototype.slice.call(body.rows).map(function (row, at) { return { row: row, key: key(row), at: at }; });
      rows.sort(function (a, b) {
        if (a.key === b.key) return a.at - b.at;
        if (a.key === null || a.key === "") return 1;
        if (b.key === null || b.key === "") return -1;
        var order = numeric ? a.key - b.key : a.key.localeCompare(b.key);
        return (down ? -order : order) || a.at - b.at;
      });
      table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.forEach(function (entry) { body.appendChild(entry.row); });
    });
  });
});
