// Checks a log by Go's own implementation of transparency logs (golang.org/x/mod/sumdb), which shares
// nothing with Khen: the signature of the checkpoint, every entry against the tree, and that the tree of
// every smaller size is a part of it.
//
//	tlog VKEY FOLDER
//
// The folder holds what the log serves: `checkpoint` and `tile/…`. One line of JSON is printed; the exit
// code is 1 when anything does not hold.
package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// tiles reads a folder. Go's paths name the height of a tile, those of C2SP do not.
type tiles struct{ folder string }

func (t tiles) Height() int { return tileHeight }

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// entries reads the bundles of a log of this size.
func entries(folder string, size int64) ([][]byte, error) {
	var all [][]byte
	for first := int64(0); first < size; first += 1 << tileHeight {
		width := 1 << tileHeight
		if rest := size - first; rest < int64(width) {
			width = int(rest)
		}
		tile := tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: width}
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/data/", tileHeight), "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return nil, err
		}
		for len(data) > 0 {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				return nil, errors.New(path + " ends within an entry")
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			all, data = append(all, data[2:end]), data[end:]
		}
	}
	return all, nil
}

func check(vkey, folder string) (tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, errors.New("the origin is not the name of the key")
	}
	if _, err := fmt.Sscanf(lines[1], "%d", &tree.N); err != nil {
		return tree, err
	}
	if tree.Hash, err = tlog.ParseHash(lines[2]); err != nil {
		return tree, err
	}
	return tree, checkTree(tree, folder)
}

// checkTree makes and checks a proof for every entry and for every smaller size.
func checkTree(tree tlog.Tree, folder string) error {
	reader := tlog.TileHashReader(tree, tiles{folder})
	all, err := entries(folder, tree.N)
	if err != nil {
		return err
	}
	if int64(len(all)) != tree.N {
		return fmt.Errorf("%d entries in a log of %d", len(all), tree.N)
	}
	for index, entry := range all {
		proof, err := tlog.ProveRecord(tree.N, int64(index), reader)
		if err != nil {
			return err
		}
		hash := tlog.RecordHash(entry)
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(index), hash); err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
		size := int64(index) + 1
		older, err := tlog.TreeHash(size, reader)
		if err != nil {
			return err
		}
		grown, err := tlog.ProveTree(tree.N, size, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(grown, tree.N, tree.Hash, size, older); err != nil {
			return fmt.Errorf("size %d: %w", size, err)
		}
	}
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: tlog VKEY FOLDER")
		os.Exit(2)
	}
	tree, err := check(os.Args[1], os.Args[2])
	answer := map[string]any{"size": tree.N, "root": tree.Hash.String(), "holds": err == nil}
	if err != nil {
		answer["failure"] = err.Error()
	}
	json.NewEncoder(os.Stdout).Encode(answer)
	if err != nil {
		os.Exit(1)
	}
}
